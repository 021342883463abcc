-- Which observation of this build is which of the published ones, the surest sign first.
create temp table pair (
    old varchar not null unique,
    new varchar not null unique
);

-- 1. The same id: the same bytes, place and indicator.
insert into pair
select b.observation_id, a.observation_id
from before as b
join after as a on a.observation_id = b.observation_id;

-- 2. The same place in the same bytes: the rules gave it another indicator.
insert into pair
select b.observation_id, a.observation_id
from before as b
join after as a using (sha256, start_offset, end_offset)
where b.observation_id not in (select old from pair)
  and a.observation_id not in (select new from pair);

-- 3. The same words of the same article for the same indicator: the text moved around them.
insert into pair
with
b as (
    select *, row_number() over (
        partition by source_id, indicator, surface, sentence order by position
    ) as turn
    from before where observation_id not in (select old from pair)
),
a as (
    select *, row_number() over (
        partition by source_id, indicator, surface, sentence order by position
    ) as turn
    from after where observation_id not in (select new from pair)
)
select b.observation_id, a.observation_id
from b
join a using (source_id, indicator, surface, sentence, turn);

-- 4. The only one that is left of an article, an indicator and a part of the place, on both
-- sides: the article now says another figure.
insert into pair
with
b as (
    select *, count(*) over (partition by source_id, indicator, place) as alike
    from before where observation_id not in (select old from pair)
),
a as (
    select *, count(*) over (partition by source_id, indicator, place) as alike
    from after where observation_id not in (select new from pair)
)
select b.observation_id, a.observation_id
from b
join a
    on a.source_id = b.source_id
    and a.indicator = b.indicator
    and a.place is not distinct from b.place
where a.alike = 1 and b.alike = 1;
