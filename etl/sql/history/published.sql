-- The versions and changes as they were published.
insert into version by name select * from read_parquet($version);
insert into change by name select * from read_parquet($change);
