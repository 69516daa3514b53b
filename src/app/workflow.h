// Walks the workflow tables of domain/workflow: the one decision behind every step of every
// register. Pure; any thread.
#pragma once
#include "app/command.h"
#include "domain/workflow/step.h"

namespace tz {

// The steps of all workflows whose register is in the catalog, as commands.
void add_workflow_commands(Commands& commands);
// The step that the envelope's command takes from the record's state, or why there is none.
Result<Step> step_at(const Workflow& flow, const Record& before, std::string_view command);

}  // namespace tz
