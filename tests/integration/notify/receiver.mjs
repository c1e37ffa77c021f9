// SPDX-License-Identifier: GPL-3.0-or-later
// A receiver that answers as it is told and writes down what it was sent.
//
//   node receiver.mjs --port PORT --journal FILE --answers 500,500,hang,200
//
// The last answer is that of all further requests; `hang` is none at all. One line of JSON a request. Prints {"url"} when it
// is ready, and ends with its standard input.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { parseArgs } from 'node:util';

const text = { type: 'string' };
const { values } = parseArgs({ options: { port: text, journal: text, answers: text } });
const answers = values.answers.split(',');

const server = createServer(async (request, response) => {
    const pieces = [];
    for await (const piece of request) pieces.push(piece);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    const body = Buffer.concat(pieces).toString();
    appendFileSync(values.journal, `${JSON.stringify({ path: request.url, headers: request.headers, body, answer })}\n`);
    if (answer !== 'hang') response.writeHead(Number(answer)).end();
});
process.stdin.on('end', () => process.exit(0)).resume();
server.listen(Number(values.port), '127.0.0.1', () =>
    process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.address().port}` })}\n`),
);
