-- The places in the order of their codes.
select
    city.*,
    (select count(*) from source where source.adcode = city.adcode)           as articles,
    (select count(*) from observation where observation.adcode = city.adcode) as observations,
    (select max(data_version) from etl_run)                                   as data_version
from city
order by city.adcode
