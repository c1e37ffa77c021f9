// SPDX-License-Identifier: GPL-3.0-or-later
// What GitHub answers: bodies of refusals as its documentation shows them, and pages with their links.

const kDocumentation = 'https://docs.github.com/rest';

export function json(body, status = 200, headers = {}) {
    return {
        status,
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: JSON.stringify(body),
    };
}

export function empty(status = 204) {
    return { status, headers: {}, body: '' };
}

export function refusal(status, message, more = {}) {
    return json({ message, ...more, documentation_url: kDocumentation, status: String(status) }, status);
}

export const notFound = () => refusal(404, 'Not Found');
export const gone = () => refusal(410, 'Gone');
export const badCredentials = () => refusal(401, 'Bad credentials');

export function invalid(resource, field, value) {
    return refusal(422, 'Validation Failed', { errors: [{ resource, field, code: 'invalid', value }] });
}

/** Thrown inside a route: the answer is `answer`. */
export class Refused extends Error {
    constructor(answer) {
        super(answer.body);
        this.answer = answer;
    }
}

function pageNumber(text, otherwise, most) {
    const number = Number.parseInt(text ?? '', 10);
    return Number.isFinite(number) && number > 0 ? Math.min(number, most) : otherwise;
}

/** One page of `rows` by `page` and `per_page`; `shape` makes the body of the page's rows. */
export function paged(request, rows, shape) {
    const size = pageNumber(request.query.get('per_page'), 30, 100);
    const page = pageNumber(request.query.get('page'), 1, Infinity);
    const last = Math.max(1, Math.ceil(rows.length / size));
    const link = number => {
        const query = new URLSearchParams(request.query);
        query.set('per_page', size);
        query.set('page', number);
        return `${request.url}?${query}`;
    };
    const links = [];
    if (page > 1) links.push(`<${link(page - 1)}>; rel="prev"`);
    if (page < last) links.push(`<${link(page + 1)}>; rel="next"`, `<${link(last)}>; rel="last"`);
    if (page > 1) links.push(`<${link(1)}>; rel="first"`);
    const headers = links.length > 0 ? { link: links.join(', ') } : {};
    return json(shape(rows.slice((page - 1) * size, page * size)), 200, headers);
}
