# Notes each execution of a job, so that anybody can see how often it ran.
set -eu
echo "$SIGNALBOX_COMMIT run $SIGNALBOX_RUN attempt $SIGNALBOX_ATTEMPT" >> "$SIGNALBOX_STATE/$1.count"
