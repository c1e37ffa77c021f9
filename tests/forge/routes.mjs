// SPDX-License-Identifier: GPL-3.0-or-later
// Which function answers a request. Patterns as in GitHub's documentation: `/repos/{owner}/{repo}/actions/runs/{run_id}`;
// `{path+}` takes slashes too.

export class Routes {
    #routes = [];

    /** `needs`: the permission of a fine-grained token, for example `actions=read`. */
    add(method, pattern, needs, answer) {
        const names = [];
        const source = pattern.replace(/\{(\w+)(\+?)\}/g, (_, name, more) => {
            names.push(name);
            return more ? '(.+)' : '([^/]+)';
        });
        this.#routes.push({ method, pattern, needs, answer, names, path: new RegExp(`^${source}$`) });
    }

    /** The route and its parameters, or nothing. */
    find(method, path) {
        for (const route of this.#routes) {
            const match = route.method === method && path.match(route.path);
            if (match)
                return {
                    ...route,
                    params: Object.fromEntries(
                        route.names.map((name, at) => [name, decodeURIComponent(match[at + 1])]),
                    ),
                };
        }
        return undefined;
    }
}
