set -eu
for item in items/*.txt; do
    grep -q '^price: [0-9]*\.[0-9][0-9]$' "$item"
    echo "PASS: $item has a price"
done
