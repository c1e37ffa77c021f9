// SPDX-License-Identifier: GPL-3.0-or-later
// What GitHub checks of the claim (JWT) by which an App says who it is.
// Source: docs.github.com, "Generating a JSON Web Token (JWT) for a GitHub App".
import { createPublicKey, createVerify } from 'node:crypto';

const kLongestS = 600;

function decoded(part) {
    try {
        return JSON.parse(Buffer.from(part, 'base64url').toString());
    } catch {
        return undefined;
    }
}

/** Nothing: it is one of these `apps`. Else what GitHub says. */
export function claimFault(token, apps, nowMs) {
    const [head, body, signature] = token.split('.');
    const claim = decoded(body ?? '');
    const app = apps.find(row => String(row.app_id) === String(claim?.iss));
    if (decoded(head)?.alg !== 'RS256' || !app) return 'A JSON web token could not be decoded';
    const signed = createVerify('RSA-SHA256').update(`${head}.${body}`);
    if (!signed.verify(createPublicKey(app.private_key), signature ?? '', 'base64url'))
        return 'A JSON web token could not be decoded';
    const now = Math.floor(nowMs / 1000);
    if (!Number.isInteger(claim.iat) || claim.iat > now)
        return "'Issued at' claim ('iat') must be an Integer representing the time that the assertion was issued";
    if (!Number.isInteger(claim.exp) || claim.exp <= now)
        return "'Expiration time' claim ('exp') must be a numeric value representing the future time at which the assertion expires";
    if (claim.exp > now + kLongestS) return "'Expiration time' claim ('exp') is too far in the future";
    return undefined;
}
