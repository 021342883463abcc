-- Small functions of the comparison, kept in the database for its views.

-- The month that a date ends in, counted from year 0: '2020' ends in December 2020.
create macro last_month(date) as
    cast(left(date, 4) as integer) * 12 + coalesce(try_cast(substr(date, 6, 2) as integer), 12) - 1;

-- A bound that is open upwards is stored as null and reckoned with as infinity.
create macro open_end(high) as coalesce(high, 'infinity'::double);
create macro closed_end(high) as case when isfinite(high) then high end;

-- Whether two periods are of like length, whatever their words allow (三年多来: 3 to 4 years).
create macro like_length(a_low, a_high, b_low, b_high) as
    greatest(a_high, b_high)
        <= least(a_low, b_low) * (select value from gate_limit where id = 'length_ratio');

-- Whether two classes of period are known to differ; one that is not stated may be any.
create macro kinds_differ(a, b) as a <> b and a <> 'unstated' and b <> 'unstated';
