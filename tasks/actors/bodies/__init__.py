"""Bodies: forces, governments, coalitions, units and ships, also where a common noun names them."""
