import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { ROLES, type Role } from "@/lib/access/roles";
import { expect } from "./test";

export type Person = { name: string; email: string };

/** As an admin: lets somebody in under Settings, whom no other test knows. */
export async function addPerson(admin: Page, role: Role): Promise<Person> {
  const mark = randomUUID().slice(0, 8);
  const person = { name: `Nora ${mark}`, email: `nora.${mark}@tallyport.example` };
  await admin.goto("/settings");
  await admin.getByRole("button", { name: "Add a person" }).click();
  const dialog = admin.getByRole("dialog");
  await dialog.getByLabel("Name").fill(person.name);
  await dialog.getByLabel("Email").fill(person.email);
  await dialog.getByLabel("Role").selectOption(role);
  await dialog.getByRole("button", { name: "Add" }).click();
  await expectRole(admin, person, role);
  return person;
}

/** As an admin, under Settings: what a person is now. */
export async function expectRole(admin: Page, { name }: Person, role: Role): Promise<void> {
  const menu = admin.getByRole("button", { name: `${name}: ${ROLES[role]}, change` });
  await expect(menu).toBeVisible();
}

/** As an admin, under Settings: chooses from a person's menu, and waits for what is said then. */
export async function choose(admin: Page, { name }: Person, item: string, said: string) {
  await admin.getByRole("button", { name: new RegExp(`^${name}: `) }).click();
  await admin.getByRole("menuitem", { name: item, exact: true }).click();
  await expect(admin.getByText(said).first()).toBeVisible();
}
