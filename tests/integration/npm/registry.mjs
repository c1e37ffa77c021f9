// SPDX-License-Identifier: GPL-3.0-or-later
// An npm registry on loopback with a few packages that it makes itself, and one fault.
//
//   node registry.mjs FAULT [TIMES]
//
// Prints its port as the first line, then each request. A fault concerns the first TIMES requests that it fits
// (without TIMES: all). Ends when its standard input is closed.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';

const [fault = 'none', times = 'Infinity'] = process.argv.slice(2);
let left = Number(times);

const packages = {
    money: { '1.0.0': {}, '1.1.0': {}, '2.0.0': {} },
    cart: { '2.4.1': { dependencies: { money: '^1.0.0' } } },
    paint: { '1.0.0': { peerDependencies: { money: '^1.0.0' } }, '2.0.0': { peerDependencies: { money: '^2.0.0' } } },
    theme: { '1.0.0': { peerDependencies: { money: '^1.0.0' } } },
};

/** A tar archive, gzipped, with one file in the folder "package". Its install script tells the registry that it ran. */
function tarball(name, version, tampered = false) {
    const more = { ...packages[name][version], ...(tampered ? { description: 'not what was published' } : {}) };
    const postinstall = 'node -e "require(`http`).get(process.env.npm_config_registry + `ran`)"';
    const content = Buffer.from(JSON.stringify({ name, version, ...more, scripts: { postinstall } }));
    const header = Buffer.alloc(512);
    header.write('package/package.json', 0);
    header.write('0000644\0' + '0000000\0'.repeat(2), 100);
    header.write(content.length.toString(8).padStart(11, '0') + ' ' + '00000000000 ', 124);
    header.write(' '.repeat(8) + '0', 148);
    header.write('ustar\0' + '00', 257);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(sum.toString(8).padStart(6, '0') + '\0 ', 148);
    const padding = Buffer.alloc((512 - (content.length % 512)) % 512 + 1024);
    return gzipSync(Buffer.concat([header, content, padding]));
}

function integrity(bytes) {
    return 'sha512-' + createHash('sha512').update(bytes).digest('base64');
}

function metadata(name, origin) {
    const versions = {};
    for (const [version, more] of Object.entries(packages[name])) {
        const sum = fault === 'wrong-integrity' ? integrity('something else') : integrity(tarball(name, version));
        const dist = { tarball: `${origin}/${name}/-/${name}-${version}.tgz`, integrity: sum };
        if (fault === 'corrupt-tarball')
            delete dist.integrity;
        versions[version] = { name, version, ...more, dist };
    }
    return { name, 'dist-tags': { latest: Object.keys(versions).at(-1) }, versions };
}

/** Package and version of a request for an archive. */
function named(request) {
    return request.url.match(/^\/(\w+)\/-\/\w+-(\d+\.\d+\.\d+)\.tgz$/)?.slice(1) ?? [];
}

/** True where the fault was this request's answer. */
function failed(request, response, isTarball) {
    const fits = fault.endsWith('-tarball') ? isTarball : !['none', 'wrong-integrity'].includes(fault);
    if (!fits || left-- <= 0)
        return false;
    if (fault === 'reset')
        request.socket.resetAndDestroy();
    else if (fault === 'corrupt-tarball')
        response.end('this is no archive');
    else if (fault === 'tampered-tarball')
        response.end(tarball(...named(request), true));
    else if (fault !== 'stall') // a stalled answer never comes
        response.writeHead(Number(fault)).end('{}');
    return true;
}

const server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${server.address().port}`;
    const [archive, version] = named(request);
    console.log(`${request.method} ${request.url}`);
    if (failed(request, response, Boolean(archive)))
        return;
    const name = archive ?? request.url.slice(1);
    if (!packages[name] || (version && !packages[name][version]))
        response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"Not found"}');
    else if (version)
        response.end(tarball(name, version));
    else
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(metadata(name, origin)));
});

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
process.stdin.on('end', () => process.exit()).resume();
