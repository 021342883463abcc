-- Made-up places, articles and rules: as many as the variable `places` says, one article a year for `years` years.
-- One place in seven is a prefecture, the others are counties of the prefecture before them.
insert into city by name
select
    lpad((100000 + place)::varchar, 6, '0')                            as adcode,
    'P' || place                                                       as name,
    'P' || place                                                       as short_name,
    case when place % 7 = 0 then 'prefecture' else 'county' end        as level,
    'V' || (place // 100)                                              as province,
    case when place % 7 > 0 then (100000 + place - place % 7)::varchar end as parent_adcode,
    110.0                                                              as seat_lon,
    35.0                                                               as seat_lat,
    100000 + (hash(place) % 5_000_000)::bigint                           as population
from range(getvariable('places')) as t (place);

insert into source by name
select
    adcode || '-' || year                                              as source_id,
    adcode,
    year || '-12-20'                                                   as published,
    'made up'                                                          as file,
    'made up'                                                          as sha256,
    1                                                                  as characters
from city
cross join range(2025 - getvariable('years'), 2025) as t (year);

insert into source_text
select source_id, 'n' as text from source;
