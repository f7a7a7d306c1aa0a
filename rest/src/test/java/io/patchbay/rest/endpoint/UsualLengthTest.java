package io.patchbay.rest.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsualLengthTest {

    private final UsualLength usual = new UsualLength();

    @Test
    void anAnswerLikeTheLastOneFitsTheBuffer() {
        usual.was(145_000);
        var buffer = usual.buffer();
        var atFirst = buffer.array();

        buffer.write(new byte[155_000], 0, 155_000);

        assertThat(buffer.array() == atFirst).isTrue();
        assertThat(atFirst.length).isLessThan(170_000);
    }

    @Test
    void neitherAnEmptyNorAHugeAnswerDecidesAlone() {
        usual.was(0);
        assertThat(usual.buffer().array().length).isEqualTo(UsualLength.LEAST);

        usual.was(Integer.MAX_VALUE - 1);
        assertThat(usual.buffer().array().length).isEqualTo(UsualLength.MOST);
    }
}
