-- What peers report and the city in focus, although read, does not: one row an indicator.
select
    mine.indicator,
    mine.state,
    count(*)                                                    as peers,
    list(theirs.adcode order by theirs.adcode)                  as adcodes
from silence as mine
join indicator on indicator.id = mine.indicator
join silence as theirs
    on theirs.indicator = mine.indicator
   and theirs.facts > 0
   and theirs.adcode in (select unnest($peers::varchar[]))
where mine.adcode = $focus
  and mine.facts = 0
group by mine.indicator, mine.state, indicator.position
order by peers desc, indicator.position
