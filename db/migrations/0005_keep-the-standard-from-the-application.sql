-- A looser standard would be a way around the gate, so the application's role cannot write one.
revoke insert on standard_version from baton_app;
