set -eu
grep -q "Checkout" src/page.txt
echo "PASS: page has a checkout"
grep -q "cart 2.4.1" vendor/cart.txt
echo "PASS: cart is the expected version"
echo "2 tests passed"
