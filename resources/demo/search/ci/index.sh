set -eu
for word in lamp lantern light; do echo "indexed $word"; done
echo "3 words indexed"
