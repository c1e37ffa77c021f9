# SPDX-License-Identifier: GPL-3.0-or-later
"""What python3-gitlab sees and does at the stub: python3 pygitlab.py URL. Prints one JSON object."""
import json
import sys

import gitlab

api = gitlab.Gitlab(sys.argv[1], private_token="tok_ops")
api.auth()
project = api.projects.get("acme/shop")
pipeline = project.pipelines.list(ref="main", status="failed")[0]
job = project.jobs.get(next(one.id for one in pipeline.jobs.list() if one.status == "failed"))
trace = job.trace().decode()
fresh = job.retry()
commit = project.commits.create({
    "branch": "fix/it", "start_branch": "main", "commit_message": "Mend",
    "actions": [{"action": "create", "file_path": "mended", "content": "x"}],
})
compared = [one["new_path"] for one in project.repository_compare("main", "fix/it")["diffs"]]
request = project.mergerequests.create({"source_branch": "fix/it", "target_branch": "main", "title": "Mend"})
note = request.notes.create({"body": "seen"})
request.merge()
issue = project.issues.create({"title": "Broken", "labels": ["signalbox"]})
issue.state_event = "close"
issue.save()
try:
    project.jobs.get(job.id).play()
    played = "played"
except gitlab.exceptions.GitlabJobPlayError as error:
    played = error.error_message.split(" - ")[-1]
print(json.dumps({
    "project": project.path_with_namespace,
    "pipelines": pipeline.sha == project.pipelines.get(pipeline.id).sha,
    "retried": fresh["id"] > job.id,
    "trace": "Job failed" in trace,
    "file": project.files.get("mended", ref=commit.id).decode().decode(),
    "compared": compared,
    "merge_request": project.mergerequests.get(request.iid).state,
    "note": note.body,
    "issue": project.issues.get(issue.iid).state,
    "labels": project.issues.list(labels=["signalbox"], state="closed")[0].labels,
    "branches": sorted(one.name for one in project.branches.list(get_all=True)),
    "played": played,
    "created": project.pipelines.create({"ref": "main"}).source,
    "environments": [one.name for one in project.environments.list()],
}))
