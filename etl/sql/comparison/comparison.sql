-- One row a pair of cities, indicator and basis, from a's side: their leading figures that meet
-- best, with tier, reasons and verdict. Quick for one indicator.
create view comparison as
from best_pairs('standing');

-- The same rows for one city against some others: from city_pairs($focus, $peers, $basis).
-- Their figures are picked out first, so that thousands of other places cost nothing.
create macro city_pairs(focus, peers, on_basis) as table (

with chosen as (

    select city_standing.*
    from (select distinct unnest(list_append(peers::varchar[], focus)) as adcode) as asked
    join city_standing on city_standing.adcode = asked.adcode
    where city_standing.basis = on_basis

)

select *
from best_pairs('chosen')
where a_adcode = focus

);
