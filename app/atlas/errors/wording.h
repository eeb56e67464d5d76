// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace atlas {

/// A text of this program's own that is told more than once, each time in the language of the
/// moment; or a text of somebody else's, which stays as it is.
class Wording
{
public:
    /// Nothing.
    Wording() = default;
    /// Somebody else's text.
    Wording(const QString &text) : m_plain(text) { } // NOLINT(*-explicit-*)
    /// `text`, in English, is to be translated in `context`; `values` stand for %1, %2, … Both
    /// must outlive this: they are literals.
    Wording(const char *context, const char *text, const std::vector<Wording> &values = {});
    /// As the last, of a text with `%Ln` for `count`, in the plural form that goes with it.
    static Wording counted(const char *context, const char *text, int count,
                           const std::vector<Wording> &values = {});
    /// One after the other.
    static Wording sequence(const std::vector<Wording> &parts, const QString &between);

    /// Whether it is somebody else's alone, so that no language changes it.
    bool isPlain() const { return !m_text && m_values.isEmpty(); }

    /// In the language of the moment.
    QString toString() const;

    /// Has `change` change each text that is somebody else's.
    template<class Change>
    void changePlainTexts(const Change &change)
    {
        if (isPlain())
            change(m_plain);
        for (Wording &value : m_values)
            value.changePlainTexts(change);
    }

    friend bool operator==(const Wording &one, const Wording &other);

private:
    QString sentence() const;

    const char *m_context = nullptr;
    const char *m_text = nullptr;
    /// Somebody else's text; in a sequence, what stands between the values.
    QString m_plain;
    /// Shared by copies: thousands of findings are copied and sorted.
    QList<Wording> m_values;
    /// What stands for `%Ln`.
    std::optional<int> m_count;
};

} // namespace atlas
