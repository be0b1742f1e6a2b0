import { FRAMEWORK_PROJECTS } from './framework-projects.js';
import { NODE_PROJECTS } from './node-projects.js';
import { TOOL_PROJECTS } from './tool-projects.js';

/** Every project of the matrix. */
export const PROJECTS = [...NODE_PROJECTS, ...TOOL_PROJECTS, ...FRAMEWORK_PROJECTS];
