import { FORGERIES } from "./id-token";

/** The page of the tests' identity provider: who one is, and how honest the answer will be. */
export function choicePage(): string {
  const forgeries = FORGERIES.map((one) => `<option>${one}</option>`).join("");
  return `<!doctype html>
<html lang="en">
  <title>Identity provider of the tests</title>
  <h1>Who are you?</h1>
  <form method="post">
    <p><label>Email <input name="email" type="email"></label></p>
    <p><label><input name="verified" type="checkbox" checked> Verified</label></p>
    <p><label>Forged <select name="forgery"><option>no</option>${forgeries}</select></label></p>
    <button name="decision" value="continue">Continue</button>
    <button name="decision" value="cancel">Cancel</button>
  </form>
</html>`;
}
