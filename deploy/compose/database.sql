-- A new database server runs this once: Meetbot's role owns its database, and is no superuser. The superuser `postgres` has
-- no password from here on, so that nobody signs in as it over the network.
do $$
begin
  execute format(
    'create role meetbot login password %L',
    rtrim(pg_read_file('/run/secrets/postgres_password'), E'\n')
  );
end $$;

create database meetbot owner meetbot encoding 'UTF8' template template0;

alter role postgres password null;
