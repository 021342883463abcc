-- One row a pair of cities, indicator and basis, from a's side: their leading figures that meet
-- best, with tier, reasons and verdict. The same rows twice: `comparison` is quick for one
-- indicator, `city_comparison` for one city and its peers.
create view comparison as
from best_pairs('standing');

create view city_comparison as
from best_pairs('city_standing');
