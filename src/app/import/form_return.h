// Sheets of a form that come back from the field: each answered row becomes an answer, and where
// the form says so the value of a field. Owned by one import; one thread at a time.
#pragma once
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "app/forms/asked.h"
#include "app/import/draft.h"
#include "port/store.h"
#include "sheet/reader.h"

namespace tz::intake {

bool is_form_sheet(const Header& header);

// What an answer says; `wrong` tells why it says nothing.
struct Said {
    std::string text{};                // as it is kept
    std::vector<std::string> names{};  // of the choices taken
    Value value{};                     // of the field it is a value of
    Text wrong{};
};

class FormReturn {
  public:
    FormReturn(Store& store, const Session& session, const ImportOptions& options,
               const Header& header, SheetReport& report, Reporter& reporter, Chunk& chunk,
               Date today);

    void add(const sheet::RowView& row);
    // Asks the packs what may be answered and puts the envelopes into the chunk.
    Status finish();

  private:
    // A row with something in it, cell by cell as kFormColumns.
    struct Row {
        std::int64_t number = 0;
        std::vector<std::string> cells{};
    };
    // A form with its pack, ready to say what is asked.
    struct Work {
        policy::CompiledPacks packs{};
        const policy::Form* form = nullptr;
        std::optional<Asked> asked{};
    };
    struct Answered {
        const Work* work = nullptr;
        const policy::FormSection* section = nullptr;
        const policy::Question* question = nullptr;
        Record record{};
        Record whole{};  // what the form is about: the record, or the one it belongs to
        Said said{};
        Date on{};
    };
    using Questions = std::pair<const policy::FormSection*, const policy::Question*>;

    Result<const Work*> work_of(const Row& row);
    Result<std::unique_ptr<Work>> make_work(const std::string& pack, const std::string& form,
                                            Date as_of);
    Status take(const Row& row, Transaction& transaction);
    static Questions find_question(const policy::Form& form, std::string_view name);
    // Null where there is none in the session's area.
    Result<std::optional<Record>> get(Transaction& transaction, const Entity& entity, Id id);
    Result<bool> find_record(const Row& row, Transaction& transaction, Answered& out);
    bool read_day(const Row& row, Date& on);
    bool is_first(const Row& row, const Answered& given);
    static std::string campaign_of(const Row& row, const Answered& given);
    Result<Id> sheet_of(const Row& row, Transaction& transaction, const Answered& given);
    void keep_sheet(const Row& row, const Answered& given, Id id);
    void keep_answer(const Row& row, const Answered& given, Id sheet);
    void keep_value(const Row& row, const Answered& given);
    void refuse(const Row& row, std::size_t column, Text reason, Text action,
                IssueKind kind = IssueKind::kRefusal);

    Store& store_;
    const Session& session_;
    const ImportOptions& options_;
    SheetReport& report_;
    Reporter& reporter_;
    Chunk& chunk_;
    Date today_{};
    SheetPlan plan_;
    std::vector<std::size_t> columns_{};  // of kFormColumns; kNone where the sheet has none
    std::vector<Row> rows_{};
    std::map<std::string, std::unique_ptr<Work>> works_{};  // null: refused
    std::map<std::pair<Id, const policy::Question*>, std::string> answers_{};
    std::map<Id, std::size_t> drafts_{};  // of values, by record
    std::set<Id> sheets_{};               // those of the register, and new ones
};

}  // namespace tz::intake
