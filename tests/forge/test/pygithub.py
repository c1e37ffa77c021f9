# SPDX-License-Identifier: GPL-3.0-or-later
"""What python3-github sees and does at the forge: python3 pygithub.py URL. Prints one JSON object."""
import json
import sys

from github import Github

github = Github(login_or_token="tok_ops", base_url=sys.argv[1])
shop = github.get_repo("acme/shop")
run = shop.get_workflow_runs(branch="main")[0]
workflow = shop.get_workflow("ci.yml")
deployment = shop.create_deployment("main", required_contexts=[])
deployment.create_status("success")
commit = shop.get_commit(run.head_sha)
commit.create_status("success", context="risk")
print(json.dumps({
    "workflows": [one.path for one in shop.get_workflows()],
    "conclusion": run.conclusion,
    "rerun": run.rerun(),
    "dispatched": workflow.create_dispatch("main"),
    "deployment": [one.state for one in deployment.get_statuses()],
    "combined": commit.get_combined_status().state,
    "limit": github.get_rate_limit().core.limit,
}))
