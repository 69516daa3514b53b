#include "base/digest.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <thread>
#include <vector>

namespace tz {
namespace {

TEST(DigestFunction, GivesThePublishedValues) {
    EXPECT_EQ(to_hex(digest("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(to_hex(digest("")),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(to_hex(digest("abc", DigestKind::kSm3)),
              "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
}

TEST(DigestFunction, KindsMayAlternate) {
    const Digest first = digest("abc");
    const Digest other = digest("abc", DigestKind::kSm3);
    EXPECT_NE(first, other);
    EXPECT_EQ(first, digest("abc"));
}

TEST(DigestFunction, IsSafeFromManyThreads) {
    const Digest expected = digest("台账");
    std::vector<int> wrong(4);
    std::vector<std::thread> threads;
    for (int& count : wrong) {
        threads.emplace_back([&count, &expected] {
            for (int i = 0; i < 1000; ++i) count += digest("台账") != expected;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(wrong, std::vector<int>(4));
}

TEST(ParseDigest, ReadsWhatToHexWrites) {
    rc::check([](const std::string& bytes) {
        const Digest value = digest(bytes);
        RC_ASSERT(parse_digest(to_hex(value)) == value);
    });
    EXPECT_EQ(parse_digest(""), std::nullopt);
    EXPECT_EQ(parse_digest(std::string(63, 'a')), std::nullopt);
    EXPECT_EQ(parse_digest(std::string(63, 'a') + "g"), std::nullopt);
    EXPECT_EQ(parse_digest(std::string(64, 'F'))->front(), 0xFF);
}

TEST(Records, AreLittleEndianWithLengths) {
    std::string out;
    put_bytes(out, "ab");
    put_int(out, -2);
    EXPECT_EQ(out, std::string("\x02\0\0\0ab\xFE\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 14));
}

TEST(Records, DifferentRecordsHaveDifferentBytes) {
    const auto bytes = [](const std::vector<std::string>& record) {
        std::string out;
        for (const std::string& field : record) put_bytes(out, field);
        return out;
    };
    EXPECT_NE(bytes({"ab", "c"}), bytes({"a", "bc"}));
    rc::check([&](const std::vector<std::string>& a, const std::vector<std::string>& b) {
        RC_ASSERT((a == b) == (bytes(a) == bytes(b)));
    });
}

}  // namespace
}  // namespace tz
