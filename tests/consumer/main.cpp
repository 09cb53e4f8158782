// TODO: read an assessment and print its index with the public headers alone.
#include <spbe/spbe.hpp>

int main() { return 0; }
