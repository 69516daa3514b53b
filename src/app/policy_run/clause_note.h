// What a pack declares, in the words and tables of a page.
#pragma once
#include "document/clauses.h"
#include "policy/check/typed.h"
#include "policy/outline/declared.h"

namespace tz {

enum class NoteLength : std::uint8_t { kBrief, kFull };  // full: definitions, cases

document::ClauseNote clause_note(const policy::Declared& declared,
                                 const policy::CompiledPacks& packs, NoteLength length);

}  // namespace tz
