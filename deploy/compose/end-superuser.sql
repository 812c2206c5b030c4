-- For an installation whose Meetbot is still the superuser of its database server: it becomes as `database.sql` makes a new one.
-- Run by psql in one transaction, with Meetbot stopped: docs/install.md says how. PostgreSQL's first role cannot lose its rights, so it gets another name, and what it owned gets another owner.
create role renames_others superuser;

set session authorization renames_others;

alter role meetbot rename to postgres;

alter role postgres password null;

do $$
declare
  command text;
begin
  execute format(
    'create role meetbot login password %L',
    rtrim(pg_read_file('/run/secrets/postgres_password'), E'\n')
  );
  alter database meetbot owner to meetbot;
  for command in
    select format('alter table %s owner to meetbot', oid::regclass) from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
      -- A sequence of a column goes with its table.
      and not exists (select from pg_depend where objid = pg_class.oid and deptype in ('a', 'i'))
    union all
    select format('alter routine %s owner to meetbot', oid::regprocedure) from pg_proc
    where pronamespace = 'public'::regnamespace
  loop
    execute command;
  end loop;
end $$;

reset session authorization;

drop role renames_others;
