// SPDX-License-Identifier: GPL-3.0-or-later
// A ZIP archive of texts, deflated. Source: PKWARE APPNOTE 6.3, sections 4.3.7, 4.3.12, 4.3.16.
import { deflateRawSync } from 'node:zlib';

const kTable = Array.from({ length: 256 }, (_, start) => {
    let value = start;
    for (let bit = 0; bit < 8; ++bit) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value >>> 0;
});

function crc32(bytes) {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = kTable[(sum ^ byte) & 0xff] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
}

/** `entries`: [name, text]. */
export function zip(entries) {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const [name, text] of entries) {
        const bytes = Buffer.from(text);
        const packed = deflateRawSync(bytes);
        const path = Buffer.from(name);
        const head = Buffer.alloc(26);
        head.writeUInt16LE(20, 0);
        head.writeUInt16LE(0x0800, 2); // names are UTF-8
        head.writeUInt16LE(8, 4);
        head.writeUInt16LE(0x21, 8); // 1 January 1980
        head.writeUInt32LE(crc32(bytes), 10);
        head.writeUInt32LE(packed.length, 14);
        head.writeUInt32LE(bytes.length, 18);
        head.writeUInt16LE(path.length, 22);
        parts.push(Buffer.from('PK\x03\x04'), head, path, packed);
        const tail = Buffer.alloc(14);
        tail.writeUInt32LE(offset, 10);
        directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), head, tail, path]));
        offset += 4 + head.length + path.length + packed.length;
    }
    const index = Buffer.concat(directory);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(entries.length, 4);
    end.writeUInt16LE(entries.length, 6);
    end.writeUInt32LE(index.length, 8);
    end.writeUInt32LE(offset, 12);
    return Buffer.concat([...parts, index, Buffer.from('PK\x05\x06'), end]);
}
