-- severity: error
-- rule: No two numbers of an article overlap.
with neighbours as (

    select
        source_id,
        surface,
        start_offset,
        max(end_offset) over (
            partition by source_id
            order by position
            rows between unbounded preceding and 1 preceding
        ) as covered
    from mention

)

select source_id, surface, 'begins inside the number before it' as problem
from neighbours
where start_offset < covered
