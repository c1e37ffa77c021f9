// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do. `permissions`: of a fine-grained token or an App; `classic`: the scopes of a classic token; `role: "read"`:
// whoever it is of may only read; `expires`: "2026-06-30 12:00:00 UTC"; `isInstallation`: it is nobody's.
// Source: GitHub REST docs, "Troubleshooting the REST API"; what it hides is answered 404.
import { json, notFound, refusal } from './answers.mjs';

const kRank = { read: 1, write: 2 };

export const isInstallation = holder => Boolean(holder?.installation ?? holder?.isInstallation);

/** `needs`: "actions=write". The answer that refuses it; nothing: it may. */
export function refusedTo(holder, needs, repo) {
    const [needed, level] = (needs ?? '').split('=');
    if (!holder || !needs) return undefined;
    if (holder.permissions && needed !== 'metadata' && !(kRank[holder.permissions[needed]] >= kRank[level]))
        return refusal(
            403,
            `Resource not accessible by ${isInstallation(holder) ? 'integration' : 'personal access token'}`,
        );
    const { classic: scopes } = holder;
    const isHooks = needed === 'repository_hooks'; // of administrators, even to be read; hidden from others
    if (isHooks)
        return holder.role === 'read' || scopes?.every(scope => scope !== 'repo' && !scope.endsWith(':repo_hook'))
            ? notFound()
            : undefined;
    const isScoped = !scopes || scopes.includes('repo') || (!repo?.private && scopes.includes('public_repo'));
    if (!isScoped && (repo?.private || level === 'write')) return notFound();
    const isReaders = needed === 'issues'; // whoever reads a repository may open one
    return holder.role === 'read' && level === 'write' && !isReaders
        ? refusal(403, 'Must have admin rights to Repository.')
        : undefined;
}

/** Of every answer to its holder. */
export function grantHeaders(holder, needs) {
    return {
        ...(needs && !holder?.classic ? { 'x-accepted-github-permissions': needs } : {}),
        ...(holder?.classic ? { 'x-oauth-scopes': holder.classic.join(', '), 'x-accepted-oauth-scopes': 'repo' } : {}),
        ...(holder?.expires ? { 'github-authentication-token-expiration': holder.expires } : {}),
    };
}

/** Of routes that ask who it is; nothing: emulate answers. */
export function whoAnswer({ path, holder }, repositories) {
    if (path === '/user' && isInstallation(holder)) return refusal(403, 'Resource not accessible by integration');
    if (path !== '/installation/repositories') return undefined;
    const seen = repositories
        .filter(one => holder?.repositories?.includes(one.full_name) ?? true)
        .map(({ id, name, full_name, private: isPrivate }) => ({ id, name, full_name, private: isPrivate }));
    return isInstallation(holder)
        ? json({ total_count: seen.length, repositories: seen })
        : refusal(403, 'You must authenticate with an installation access token in order to list repositories.');
}

/** A repository as whoever may only read it sees it. */
export function seenBy(holder, { method, path }, answer) {
    if (holder?.role !== 'read' || method !== 'GET' || !/^\/repos\/[^/]+\/[^/]+$/.test(path)) return answer;
    const body = JSON.parse(answer.body);
    const permissions = { admin: false, maintain: false, push: false, triage: false, pull: true };
    return { ...answer, body: JSON.stringify({ ...body, permissions }) };
}
