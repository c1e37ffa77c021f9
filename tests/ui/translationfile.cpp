// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/translationfile.h"

#include <QFile>
#include <QXmlStreamReader>

namespace signalbox::test {

namespace {

using namespace Qt::StringLiterals;

/// lupdate writes what XML does not take as <byte value="x…"/>.
QString wholeText(QXmlStreamReader& xml)
{
    QString text;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::Characters: text += xml.text(); break;
        case QXmlStreamReader::StartElement:
            text += QChar(xml.attributes().value("value"_L1).mid(1).toUShort(nullptr, 16));
            xml.skipCurrentElement();
            break;
        case QXmlStreamReader::EndElement: return text;
        default: break;
        }
    }
    return text;
}

void readForms(QXmlStreamReader& xml, Translation& message)
{
    message.unfinished = xml.attributes().hasAttribute("type"_L1);
    if (!message.plural) {
        message.forms = {wholeText(xml)};
        return;
    }
    while (xml.readNextStartElement())
        message.forms.append(wholeText(xml));
}

Translation readMessage(QXmlStreamReader& xml, const QString& context)
{
    Translation message;
    message.context = context;
    message.plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1)
            message.source = wholeText(xml);
        else if (xml.name() == "comment"_L1)
            message.comment = wholeText(xml);
        else if (xml.name() == "translation"_L1)
            readForms(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

} // namespace

std::vector<Translation> readTranslations(const QString& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return {};
    std::vector<Translation> all;
    QXmlStreamReader xml(&source);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = wholeText(xml);
        else if (xml.name() == "message"_L1)
            all.push_back(readMessage(xml, context));
    }
    return xml.hasError() ? std::vector<Translation>() : all;
}

QString translationFile(const QString& language)
{
    return QStringLiteral(SIGNALBOX_SOURCE_DIR "/translations/signalbox_%1.ts").arg(language);
}

} // namespace signalbox::test
