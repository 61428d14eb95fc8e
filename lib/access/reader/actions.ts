"use server";

import { action, shownAnew } from "../action";
import { adoptReader, setReader } from "./commands";
import { personsReaderInput, readerInput } from "./input";

export const changeTimes = action("set own times", personsReaderInput, shownAnew(setReader));

export const adoptTimes = action("set own times", readerInput, shownAnew(adoptReader));
