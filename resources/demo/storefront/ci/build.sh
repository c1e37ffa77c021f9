set -eu
mkdir -p out
cat src/page.txt .cache/deps/*.txt > out/storefront.txt
echo "Built out/storefront.txt, $(wc -c < out/storefront.txt) bytes"
