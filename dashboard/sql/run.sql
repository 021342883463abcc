-- What this build holds, in one row; no row where nothing was built.
select
    etl_run.data_version,
    etl_run.newest,
    etl_run.mentions,
    etl_run.observations,
    (select count(*) from source)                              as articles,
    (select count(distinct adcode) from source)                as cities,
    (select count(*) from city)                                as places,
    (select count(*) from indicator)                           as indicators,
    (select count(distinct indicator) from observation)        as indicators_reported,
    (select count(*) from mention where status = 'excluded')   as excluded
from etl_run
