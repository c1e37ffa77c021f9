// Reads one amount such as "12.50".
#include <string>

struct Amount {
    long whole = 0;
    long cents = 0;
};

Amount parse(const std::string& text)
{
    Amount amount;
    const auto dot = text.find('.');
    amount.whole = std::stol(text.substr(0, dot));
    if (dot != std::string::npos)
        amount.cent = std::stol(text.substr(dot + 1));
    return amount;
}
