// SPDX-License-Identifier: GPL-3.0-or-later
// What GitLab answers: refusals, and pages with their headers.
// Source: docs.gitlab.com, "REST API", sections on status codes and pagination.
import { json as anyJson } from '../answers.mjs';

/** GitLab names no character set, and python3-gitlab takes no other type. */
export const json = (body, status = 200, headers = {}) =>
    anyJson(body, status, { 'content-type': 'application/json', ...headers });
export const refused = (status, message) => json({ message }, status);
export const notFound = what => refused(404, `404 ${what ? `${what} ` : ''}Not Found`);

/** One page of `rows` by `page` and `per_page`. */
export function paged(request, rows, shape) {
    const size = Math.min(100, Math.max(1, Number(request.query.get('per_page')) || 20));
    const page = Math.max(1, Number(request.query.get('page')) || 1);
    const last = Math.max(1, Math.ceil(rows.length / size));
    const link = number => {
        const query = new URLSearchParams(request.query);
        query.set('page', number);
        query.set('per_page', size);
        return `${request.url}?${query}`;
    };
    const links = [
        [page > 1 && page - 1, 'prev'],
        [page < last && page + 1, 'next'],
        [1, 'first'],
        [last, 'last'],
    ]
        .filter(([number]) => number)
        .map(([number, rel]) => `<${link(number)}>; rel="${rel}"`);
    return json(rows.slice((page - 1) * size, page * size).map(shape), 200, {
        link: links.join(', '),
        'x-page': String(page),
        'x-per-page': String(size),
        'x-total': String(rows.length),
        'x-total-pages': String(last),
        'x-next-page': page < last ? String(page + 1) : '',
        'x-prev-page': page > 1 ? String(page - 1) : '',
    });
}
