-- One row a place, those with articles first.
select
    city.adcode,
    city.name,
    city.short_name,
    city.level,
    city.province,
    city.parent_adcode,
    city.population,
    city.population_year,
    city.population_source,
    (select count(*) from source where source.adcode = city.adcode)           as articles,
    (select count(*) from observation where observation.adcode = city.adcode) as observations
from city
order by city.adcode not in (select adcode from source), city.adcode
