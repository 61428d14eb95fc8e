import { writeFileSync } from "node:fs";
import { companyDirectory, DIRECTORY_SEED } from "./directory";

// Run after a change to this folder; then `biome check --write`, which gives the file its final form.
const path = new URL("../company-directory.json", import.meta.url);
writeFileSync(path, JSON.stringify(companyDirectory(DIRECTORY_SEED), null, 2));
