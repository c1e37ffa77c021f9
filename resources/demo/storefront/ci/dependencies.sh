# Brings the dependencies in, from the cache where there is one.
set -eu
deps=.cache/deps
if [ -d "$deps" ]; then
    echo "Restored dependency cache $deps"
else
    echo "No dependency cache, taking the dependencies from vendor/"
    mkdir -p .cache
    cp -R vendor "$deps"
fi
for sum in "$deps"/*.sha256; do
    name=$(basename "$sum" .sha256)
    if ! (cd "$deps" && sha256sum --quiet --status -c "$name.sha256"); then
        echo "error: dependency cache is corrupt: checksum of $deps/$name does not match"
        exit 1
    fi
    echo "$name verified"
done
