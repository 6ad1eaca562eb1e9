import { createContext } from 'react';

/** The language (BCP 47) that an author's words around here are in; undefined where something around them says it. */
export const CourseLanguage = createContext<string | undefined>(undefined);
