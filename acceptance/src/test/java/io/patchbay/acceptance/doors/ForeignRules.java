package io.patchbay.acceptance.doors;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Finds what decides in a source what only {@code tracker} decides: how long a text may be, how
 * large a number, and which words there are.
 *
 * @param vocabularies the words of each
 * @param limits numbers that stand in {@code tracker}, but for those that mean too much else
 */
record ForeignRules(List<Set<String>> vocabularies, Set<Integer> limits) {

    private static final Set<Tree.Kind> COMPARISONS =
            EnumSet.of(
                    Tree.Kind.LESS_THAN,
                    Tree.Kind.LESS_THAN_EQUAL,
                    Tree.Kind.GREATER_THAN,
                    Tree.Kind.GREATER_THAN_EQUAL);

    private static final Pattern CONSTANT = Pattern.compile("(\\w+\\.)*[A-Z][A-Z0-9_]+");
    private static final Pattern LENGTH =
            Pattern.compile("(.*\\.)?(length|codePointCount)\\(.*\\)");
    private static final Pattern CUT = Pattern.compile("(.*\\.)?substring");
    private static final Pattern QUANTIFIER = Pattern.compile("\\{\\d+,\\d*}");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.])\\d+(?![\\w.])");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("\\s(?:(?:max|min)(?:length)?=\"\\d|pattern=\")[^\"]*\"?");
    private static final Pattern CHANGES =
            Pattern.compile("import io\\.patchbay\\.tracker\\.(editing|accounts)\\.");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\n]*)\"");

    /** Quotes and parentheses of strings: two texts are compared whatever their length. */
    private static final int OF_PUNCTUATION = 2;

    /** Each as the line, and what is there. */
    List<String> inJava(String source) throws IOException {
        var task =
                (JavacTask)
                        ToolProvider.getSystemJavaCompiler()
                                .getTask(null, null, null, null, null, List.of(new Text(source)));
        var found = new ArrayList<String>();
        for (var unit : task.parse()) {
            var positions = Trees.instance(task).getSourcePositions();
            new Scanner(unit, positions, saysChanges(source), found).scan(unit, null);
        }
        return found;
    }

    /** Whether it has to do with what people change. */
    static boolean saysChanges(String source) {
        return CHANGES.matcher(source).find();
    }

    /** Of a template: the attributes of its forms, and the words in quotes or side by side. */
    List<String> inTemplate(String source) {
        var found = new ArrayList<String>();
        var lines = source.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var place = (at + 1) + ": ";
            ATTRIBUTE
                    .matcher(line)
                    .results()
                    .forEach(attribute -> found.add(place + attribute.group().strip()));
            QUOTED.matcher(line)
                    .results()
                    .map(quoted -> quoted.group(1))
                    .filter(this::isWord)
                    .forEach(word -> found.add(place + "the word " + word));
            if (listsWords(line)) {
                found.add(place + "words in \"" + line.strip() + "\"");
            }
        }
        return found;
    }

    private boolean isWord(String text) {
        return vocabularies.stream().anyMatch(words -> words.contains(text));
    }

    /** Whether two words of one vocabulary stand side by side. */
    private boolean listsWords(String text) {
        return vocabularies.stream()
                .anyMatch(words -> {
                    var any =
                            words.stream()
                                    .map(Pattern::quote)
                                    .collect(Collectors.joining("|", "(", ")"));
                    return Pattern.compile(
                                    "\\b" + any + "(\\s*[,;/|]\\s*|\\s+(and|or)\\s+)" + any + "\\b")
                            .matcher(text)
                            .find();
                });
    }

    private boolean namesLimit(String text) {
        return text.indexOf(' ') >= 0
                && NUMBER.matcher(text).results().anyMatch(number -> isLimit(number.group()));
    }

    private boolean isLimit(String digits) {
        return digits.length() < 9 && limits.contains(Integer.parseInt(digits));
    }

    /** A source in memory. */
    private static final class Text extends SimpleJavaFileObject {

        private final String source;

        Text(String source) {
            super(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE);
            this.source = source;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
        }
    }

    private final class Scanner extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final boolean saysChanges;
        private final List<String> found;

        Scanner(
                CompilationUnitTree unit,
                SourcePositions positions,
                boolean saysChanges,
                List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.saysChanges = saysChanges;
            this.found = found;
        }

        private void tell(Tree tree, String what) {
            long at = positions.getStartPosition(unit, tree);
            found.add(unit.getLineMap().getLineNumber(at) + ": " + what);
        }

        @Override
        public Void visitBinary(BinaryTree tree, Void none) {
            if (COMPARISONS.contains(tree.getKind())) {
                compare(tree, tree.getLeftOperand(), tree.getRightOperand());
                compare(tree, tree.getRightOperand(), tree.getLeftOperand());
            }
            return super.visitBinary(tree, none);
        }

        private void compare(Tree whole, ExpressionTree one, ExpressionTree other) {
            if (isLength(one) && isBound(other) || isNumber(other, ForeignRules.this::isLimit)) {
                tell(whole, "the comparison " + whole);
            }
        }

        private static boolean isLength(ExpressionTree tree) {
            return LENGTH.matcher(tree.toString().replace("\n", "")).matches();
        }

        private boolean isBound(ExpressionTree tree) {
            return CONSTANT.matcher(tree.toString()).matches()
                    || isNumber(tree, digits -> Integer.parseInt(digits) > OF_PUNCTUATION);
        }

        private boolean isEnd(ExpressionTree tree) {
            return CONSTANT.matcher(tree.toString()).matches()
                    || isNumber(tree, ForeignRules.this::isLimit);
        }

        private static boolean isNumber(ExpressionTree tree, Predicate<String> which) {
            return tree instanceof LiteralTree literal
                    && literal.getValue() instanceof Integer number
                    && which.test(number.toString());
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void none) {
            var name = tree.getMethodSelect().toString().replace("\n", "");
            var arguments = tree.getArguments();
            if (arguments.size() == 2) {
                boolean isCut = CUT.matcher(name).matches() && isEnd(arguments.get(1));
                boolean isLess =
                        name.equals("Math.min")
                                && (isLength(arguments.get(0)) && isBound(arguments.get(1))
                                        || isLength(arguments.get(1)) && isBound(arguments.get(0)));
                if (isCut || isLess) {
                    tell(tree, "the cut " + tree);
                }
            }
            return super.visitMethodInvocation(tree, none);
        }

        @Override
        public Void visitLiteral(LiteralTree tree, Void none) {
            if (tree.getValue() instanceof String text) {
                if (isWord(text)) {
                    tell(tree, "the word " + text);
                } else if (listsWords(text)) {
                    tell(tree, "words in \"" + text + "\"");
                } else if (namesLimit(text)) {
                    tell(tree, "a limit in \"" + text + "\"");
                } else if (saysChanges && QUANTIFIER.matcher(text).find()) {
                    tell(tree, "a length in the pattern " + text);
                }
            }
            return null;
        }
    }
}
