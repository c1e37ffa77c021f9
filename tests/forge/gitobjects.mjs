// SPDX-License-Identifier: GPL-3.0-or-later
// Git's objects, and a repository of them to clone and fetch from: `git clone URL/owner/name.git`. By the plain file
// protocol, which needs no git on this side; pushing goes through the API.
// Source: git-scm.com, "Git Internals - Git Objects" and gitprotocol-http, "Dumb Server Response".
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

const kPath = /^\/(.+)\.git\/(HEAD|info\/refs|objects\/.+)$/;

/** `blob`, `tree` or `commit` with its content: its name, and its bytes as git stores them. */
export function gitObject(type, content) {
    const whole = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content]);
    return { sha: createHash('sha1').update(whole).digest('hex'), bytes: deflateSync(whole) };
}

/** `entries`: [{name, mode, sha, isTree}]. */
export function treeContent(entries) {
    const key = ({ name, isTree }) => Buffer.from(isTree ? `${name}/` : name);
    const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
    return Buffer.concat(
        sorted.flatMap(({ name, mode, sha }) => [
            Buffer.from(`${mode.replace(/^0/, '')} ${name}\0`),
            Buffer.from(sha, 'hex'),
        ]),
    );
}

/** `author` and `committer`: {name, email, date}. */
export function commitContent({ tree, parents, author, committer, message }) {
    const person = ({ name, email, date }) => `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
    const lines = [
        `tree ${tree}`,
        ...parents.map(sha => `parent ${sha}`),
        `author ${person(author)}`,
        `committer ${person(committer)}`,
    ];
    return Buffer.from(`${lines.join('\n')}\n\n${message.endsWith('\n') ? message : `${message}\n`}`);
}

/** Repository and file that a path of git's asks for, or nothing. */
export function gitPath(path) {
    const [, name, file] = path.match(kPath) ?? [];
    return name && { name: decodeURIComponent(name), file };
}

/** A token as git sends it: the password of Basic, or the name where that is empty. */
export function basicToken(header) {
    const [, encoded] = header?.match(/^Basic (\S+)$/i) ?? [];
    const [name, password] = Buffer.from(encoded ?? '', 'base64')
        .toString('utf8')
        .split(':');
    return encoded && (password || name);
}

/** `repository`: {head, refs: [[ref, sha]], object(sha)}, which answers the bytes as git stores them. */
export function gitAnswer(repository, file) {
    const text = body => ({ status: 200, headers: { 'content-type': 'text/plain' }, body });
    if (file === 'HEAD') return text(`ref: ${repository.head}\n`);
    if (file === 'info/refs') return text(repository.refs.map(([ref, sha]) => `${sha}\t${ref}\n`).join(''));
    if (file === 'objects/info/packs') return text('');
    const [, start, rest] = file.match(/^objects\/([0-9a-f]{2})\/([0-9a-f]{38})$/) ?? [];
    const body = start && repository.object(start + rest);
    return body
        ? { status: 200, headers: { 'content-type': 'application/x-git-loose-object' }, body }
        : { status: 404, headers: {}, body: '' };
}

export const gitUnauthorized = { status: 401, headers: { 'www-authenticate': 'Basic realm="forge"' }, body: '' };
