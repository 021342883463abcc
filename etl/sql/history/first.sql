-- The first version has nothing to compare with.
create temp table difference as
select false as gone, false as kept, nothing.*
from change as nothing
limit 0;
