-- The gate on any two figures of different cities.
create view pairing as
from gate('figure');
