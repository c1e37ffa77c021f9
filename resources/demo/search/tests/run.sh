# test_merge_order waits for a worker that is cold on the first attempt of a commit.
set -eu
warm="$SIGNALBOX_STATE/warm-$SIGNALBOX_COMMIT"
echo "PASS: test_lookup"
echo "PASS: test_prefix"
if [ ! -e "$warm" ]; then
    : > "$warm"
    echo "FAIL: test_merge_order: timed out after 200 ms waiting for the worker"
    echo "1 failed, 2 passed"
    exit 1
fi
echo "PASS: test_merge_order"
echo "3 passed"
