-- One row a pair of cities, indicator and basis, from a's side: their leading figures that meet
-- best, with tier, reasons and verdict. Same columns as pairing.
create view comparison as
select * exclude (a_lead, b_lead)
from pairing
where a_lead and b_lead
qualify row_number() over (
    partition by indicator, basis, a_adcode, b_adcode
    order by tier, len(reasons), a_class, b_class
) = 1;
