// SPDX-License-Identifier: Apache-2.0
#include "completions.h"

#include "optiontexts.h"

using namespace Qt::Literals::StringLiterals;

namespace packaging {

namespace {

using headless::Option;
using startup::VerbWord;

QString verbs()
{
    QStringList words;
    for (const VerbWord &known : startup::verbWords)
        words.append(known.word);
    return words.join(u' ');
}

QString namesOf(const QList<Option> &options)
{
    QStringList names;
    for (const Option &option : options)
        names.append(longName(option.option));
    return names.join(u' ');
}

/// Between single quotes, for bash, zsh and fish alike: no text of ours has an escape.
QString quoted(QString text)
{
    text.replace(u'\'', u"'\\''"_s);
    return u'\'' + text + u'\'';
}

/// What bash does to complete the value of an option.
QString bashValue(const Option &option)
{
    const QStringList choices = choicesOf(option);
    if (!choices.isEmpty())
        return u"COMPREPLY=($(compgen -W %1 -- \"$current\")); return"_s.arg(
            quoted(choices.join(u' ')));
    if (takesFile(option.option))
        return u"compopt -o default; return"_s; // It knows how to write a blank in a name.
    return u"return"_s;
}

QString bashValues(const QString &verb, const QList<Option> &options)
{
    QString cases;
    for (const Option &option : options) {
        if (!option.option.valueName().isEmpty())
            cases += u"    %1:%2) %3 ;;\n"_s.arg(verb, longName(option.option), bashValue(option));
    }
    return cases;
}

QString zshSpec(const Option &option)
{
    QString text = option.option.description();
    text.replace(u'[', u"("_s).replace(u']', u")"_s).replace(u':', u"\\:"_s);
    const bool takesValue = !option.option.valueName().isEmpty();
    QString spec = longName(option.option) + (takesValue ? u"=["_s : u"["_s) + text + u']';
    if (isRepeated(option.option))
        spec.prepend(u'*');
    if (!takesValue)
        return quoted(spec);
    const QStringList choices = choicesOf(option);
    spec += u':' + option.option.valueName() + u':';
    if (!choices.isEmpty())
        spec += u'(' + choices.join(u' ') + u')';
    else if (takesFile(option.option))
        spec += u"_files"_s;
    else
        spec += u' ';
    return quoted(spec);
}

QString zshArguments(const QList<Option> &options)
{
    QString lines;
    for (const Option &option : options)
        lines += u" \\\n            "_s + zshSpec(option);
    return lines;
}

QString fishLines(const QString &command, const QString &condition, const QList<Option> &options)
{
    QString lines;
    for (const Option &option : options) {
        const QStringList choices = choicesOf(option);
        lines += u"complete -c %1 -n %2 -l %3 -d %4"_s.arg(command, quoted(condition),
                                                           longName(option.option).mid(2),
                                                           quoted(option.option.description()));
        if (!choices.isEmpty())
            lines += u" -x -a "_s + quoted(choices.join(u' '));
        else if (takesFile(option.option))
            lines += u" -r -F"_s;
        else if (!option.option.valueName().isEmpty())
            lines += u" -x"_s;
        lines += u'\n';
    }
    return lines;
}

} // namespace

QString bashCompletion()
{
    QString options;
    QString values;
    for (const VerbWord &known : startup::verbWords) {
        const QList<Option> all = headless::optionsOf(known.verb);
        options += u"    %1) options=%2 ;;\n"_s.arg(known.word, quoted(namesOf(all)));
        values += bashValues(known.word, all);
    }
    const QList<Option> window = windowOptions();
    return uR"(# Completion of bucketscope for bash. Made from the source of --help.
_bucketscope() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local verb=${COMP_WORDS[1]} options
    COMPREPLY=()
    # Of --option=value, bash makes three words.
    if [[ $current == = ]]; then
        current=
    elif [[ $before == = ]]; then
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    case $verb in
)"_s + options
        + u"    *) if [[ $1 == *-cli ]]; then options=%1; else verb=window options=%2; fi ;;\n"
          "    esac\n    case $verb:$before in\n"_s.arg(quoted(namesOf(optionsWithoutVerb())),
                                                        quoted(namesOf(window)))
        + values + bashValues(u"window"_s, window) + u"    esac\n"_s
        + u"    ((COMP_CWORD > 1)) || options=\"%1 $options\"\n"_s.arg(verbs())
        + u"    COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n}\n"_s
        + u"complete -F _bucketscope bucketscope bucketscope-cli\n"_s;
}

QString zshCompletion()
{
    QString cases;
    QString described;
    for (const VerbWord &known : startup::verbWords) {
        described +=
            u"        "_s + quoted(known.word + u':' + headless::purposeOf(known.verb)) + u'\n';
        cases +=
            u"    %1)\n        shift words; ((CURRENT--))\n        _arguments%2\n        ;;\n"_s
                .arg(known.word, zshArguments(headless::optionsOf(known.verb)));
    }
    return u"#compdef bucketscope bucketscope-cli\n"
           "# Completion of bucketscope for zsh. Made from the source of --help.\n"
           "_bucketscope() {\n    local -a verbs=(\n"_s
        + described + u"    )\n    case $words[2] in\n"_s + cases
        + u"    *)\n        ((CURRENT == 2)) && _describe command verbs\n"
          "        if [[ $service == *-cli ]]; then\n            _arguments%1\n        else\n"
          "            _arguments%2\n        fi\n        ;;\n    esac\n}\n_bucketscope \"$@\"\n"_s
              .arg(zshArguments(optionsWithoutVerb()), zshArguments(windowOptions()));
}

namespace {

QString fishCompletionOf(const QString &command, const QList<Option> &withoutVerb)
{
    QString lines = u"# Completion of %1 for fish. Made from the source of --help.\n"
                    "complete -c %1 -f\n"_s.arg(command);
    for (const VerbWord &known : startup::verbWords)
        lines += u"complete -c %1 -n __fish_use_subcommand -a %2 -d %3\n"_s.arg(
            command, known.word, quoted(headless::purposeOf(known.verb)));
    lines += fishLines(command, u"not __fish_seen_subcommand_from %1"_s.arg(verbs()), withoutVerb);
    for (const VerbWord &known : startup::verbWords)
        lines += fishLines(command, u"__fish_seen_subcommand_from %1"_s.arg(known.word),
                           headless::optionsOf(known.verb));
    return lines;
}

} // namespace

QString fishCompletion()
{
    return fishCompletionOf(u"bucketscope"_s, windowOptions());
}

QString fishCompletionOfCommands()
{
    return fishCompletionOf(u"bucketscope-cli"_s, optionsWithoutVerb());
}

} // namespace packaging
