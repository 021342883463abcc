-- One row a city read and indicator of one category: what the city says of it. Category 0 holds
-- the indicators that belong to none.
select
    silence.adcode,
    city.name,
    silence.indicator,
    indicator.zh,
    indicator.en,
    silence.state,
    silence.mentions                                            as observations,
    silence.fact_id                                             as mention_id
from silence
join city on city.adcode = silence.adcode
join indicator on indicator.id = silence.indicator
where coalesce(indicator.assessment, 0) = $category
  and silence.adcode in (select adcode from source)
order by silence.adcode, indicator.position
