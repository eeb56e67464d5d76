// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace startup {

/// What the program does without a window.
enum class Verb : quint8 { List, Check, Changes };

/// A verb, and the first argument that asks for it.
struct VerbWord
{
    Verb verb = Verb::List;
    QLatin1StringView word{};
};

/// By Verb.
inline constexpr std::array verbWords{
    VerbWord{Verb::List, QLatin1StringView("list")},
    VerbWord{Verb::Check, QLatin1StringView("check")},
    VerbWord{Verb::Changes, QLatin1StringView("changes")},
};

/// What the first argument asks for; nothing if that is no verb.
inline std::optional<Verb> verbIn(QStringView argument)
{
    for (const VerbWord &known : verbWords) {
        if (argument == known.word)
            return known.verb;
    }
    return std::nullopt;
}

/// The argument that asks for it.
constexpr QLatin1StringView wordOf(Verb verb)
{
    return verbWords.at(static_cast<std::size_t>(verb)).word;
}

} // namespace startup
