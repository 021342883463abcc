-- Places whose articles were read and that say nothing of one indicator.
select city.adcode, city.name, city.level
from city
where city.adcode in (select adcode from source)
  and city.adcode not in (select adcode from observation where indicator = $indicator)
order by city.adcode
